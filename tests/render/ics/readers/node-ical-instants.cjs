// When each event with an hour begins, as node-ical sees it: ISO 8601 in UTC by summary.
const ical = require("node-ical");

const entries = Object.values(ical.sync.parseFile(process.argv[2]));
const timed = entries.filter((each) => each.type === "VEVENT" && each.datetype === "date-time");
console.log(JSON.stringify(Object.fromEntries(timed.map((each) => [each.summary, each.start.toISOString().slice(0, 19)]))));
