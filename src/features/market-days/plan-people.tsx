import { FormattedMessage } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import './days.css';

const text = defineMessages({
  nobody: {
    id: 'plan.nobody',
    defaultMessage: 'People are named under the tablet’s letter; a plan works without them.',
  },
});

/** Who is on that day: any of the people named under the tablet's letter. */
export function PlanPeople({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  readonly onChoose: (people: readonly string[]) => void;
}) {
  const { catalogue } = useStall();
  const people = catalogue.people.filter(({ retired }) => !retired);
  if (people.length === 0) {
    return (
      <p className="q">
        <FormattedMessage {...text.nobody} />
      </p>
    );
  }
  return (
    <div className="plan-people">
      {people.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(id)}
          onClick={() => onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
