// Every day that the engine of Thunderbird sees in a calendar file: [uid, first day, day after the last, summary].
const ICAL = require("ical.js");
const text = require("fs").readFileSync(process.argv[2], "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
const found = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const days = event.isRecurring() ? event.iterator() : { next: ((left) => () => left.pop())([event.startDate]) };
  for (let day = days.next(); day; day = days.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(day);
    found.push([event.uid, startDate.toString(), endDate.toString(), event.summary]);
  }
}
console.log(JSON.stringify(found));
