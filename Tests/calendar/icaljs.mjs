// Prints what ical.js shows of each file of a list; see readers.py.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);
const utc = (time) => time.isDate
  ? time.toString()
  : time.convertToZone(ICAL.Timezone.utcTimezone).toString();

function read(path, first, last) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone).tzid, new ICAL.Timezone(zone));
  }
  const found = [];
  const end = `${last}T00:00:00Z`;
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status") ?? "";
    const add = (start, until) => found.push([event.uid, utc(start), utc(until), event.summary ?? "", status]);
    if (!event.isRecurring()) {
      add(event.startDate, event.endDate);
      continue;
    }
    const dates = event.iterator();
    for (let next = dates.next(); next && utc(next) < end; next = dates.next()) {
      const details = event.getOccurrenceDetails(next);
      add(details.startDate, details.endDate);
    }
  }
  ICAL.TimezoneService.reset();
  return found;
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  let answer;
  try {
    answer = read(...line.split("\t"));
  } catch (error) {
    answer = String(error);
  }
  console.log(JSON.stringify(answer));
}
