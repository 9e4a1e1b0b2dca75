// Loaded before the program: its clock begins on the day of the demonstration's totals and runs on from there,
// so that the journeys say the same on every day.
const TrueDate = Date;
const trueNow = TrueDate.now.bind(TrueDate);
const ahead = TrueDate.parse('2026-11-22T10:00:00.000Z') - trueNow();

TrueDate.now = () => trueNow() + ahead;
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, parts: unknown[], made) =>
    Reflect.construct(target, parts.length === 0 ? [target.now()] : parts, made) as Date,
});
