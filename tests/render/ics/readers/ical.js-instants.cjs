// When each event with an hour begins, as the engine of Thunderbird sees it: ISO 8601 in UTC by summary.
const ICAL = require("ical.js");
const fs = require("fs");

const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], "utf8")));
calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
const timed = events.filter((event) => !event.startDate.isDate);
const instants = timed.map((event) => [event.summary, event.startDate.toJSDate().toISOString().slice(0, 19)]);
console.log(JSON.stringify(Object.fromEntries(instants)));
