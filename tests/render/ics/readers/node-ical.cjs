// Every day that node-ical sees in calendar files: a list for each file of [first day, day after the last, summary].
const ical = require("node-ical");
const ALL_DAYS = { from: new Date(2019, 0, 1), to: new Date(2031, 0, 1) };

const written = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

function seen(file) {
  const events = Object.values(ical.sync.parseFile(file)).filter((each) => each.type === "VEVENT");
  const days = events.flatMap((event) => (event.rrule ? ical.expandRecurringEvent(event, ALL_DAYS) : [event]));
  return days.map((each) => [written(each.start), written(each.end), each.summary]);
}

console.log(JSON.stringify(process.argv.slice(2).map(seen)));
