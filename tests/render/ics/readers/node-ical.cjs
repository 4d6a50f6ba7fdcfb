// Every event that node-ical sees in a calendar file: [uid, first day, day after the last, summary].
const ical = require("node-ical");
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
const events = Object.values(ical.sync.parseFile(process.argv[2])).filter((each) => each.type === "VEVENT");
console.log(JSON.stringify(events.map((each) => [each.uid, day(each.start), day(each.end), each.summary])));
