// Every day that the engine of Thunderbird sees in calendar files: a list for each file of [first day, day after the last, summary].
const ICAL = require("ical.js");
const fs = require("fs");

function daysOf(component) {
  const event = new ICAL.Event(component);
  const days = event.isRecurring() ? event.iterator() : { next: ((left) => () => left.pop())([event.startDate]) };
  const found = [];
  for (let day = days.next(); day; day = days.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(day);
    found.push([startDate.toString(), endDate.toString(), event.summary]);
  }
  return found;
}

function seen(file) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
  return calendar.getAllSubcomponents("vevent").flatMap(daysOf);
}

console.log(JSON.stringify(process.argv.slice(2).map(seen)));
