import { Redirect, useParams } from 'wouter';
import { useDayRead, useDays } from '../../store/use-days.ts';
import { DayReport } from './day-report.tsx';

/** The Z reports of a day, at any time after. */
export function ReportScreen() {
  const { id } = useParams<{ id: string }>();
  const days = useDays();
  const day = days?.find((each) => each.id === id);
  const read = useDayRead(id);
  if (!days) return null;
  if (!day) return <Redirect to="/market/days" />;
  return read ? <DayReport day={day} read={read} /> : null;
}
