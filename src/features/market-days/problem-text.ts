import type { IntlShape } from 'react-intl';
import type { CountProblem } from '../../domain/market-days/drawer.ts';
import type { PlanProblem } from '../../domain/market-days/plan-day.ts';
import type { CommitProblem } from '../../store/commit.ts';
import { defineMessages } from '../../ui/messages.ts';
import type { NotOpen } from './actions.ts';

const text = defineMessages({
  'storage-full': {
    id: 'marketProblem.storageFull',
    defaultMessage:
      'This tablet is full, so this was not kept. Everything before is safe. Free some space, then tap again.',
  },
  'storage-closed': {
    id: 'marketProblem.storageClosed',
    defaultMessage:
      'This tablet did not let us write, so this was not kept. Everything before is safe. Tap “Open the till again”, then repeat it.',
  },
  'too-large': {
    id: 'marketProblem.tooLarge',
    defaultMessage: 'That is more text than one entry holds. Nothing was changed; shorten it and save again.',
  },
  'denominations-differ': {
    id: 'marketProblem.piecesDiffer',
    defaultMessage: 'Notes and coins do not add up to the total. Nothing was closed; count again.',
  },
  'drawer-not-open': {
    id: 'marketProblem.notOpen',
    defaultMessage: 'This drawer is closed already: nothing was closed again, and its Z report is as it was.',
  },
  'name-missing': { id: 'marketProblem.name', defaultMessage: 'Give the market a name, as people call it.' },
  'date-unusable': { id: 'marketProblem.date', defaultMessage: 'Choose the day of the market.' },
  'hours-unusable': {
    id: 'marketProblem.hours',
    defaultMessage: 'Say from when to when, for example 10:00 to 17:00.',
  },
  'zone-unknown': {
    id: 'marketProblem.zone',
    defaultMessage: 'This tablet does not know the time zone “{zone}”. Write it as in Europe/Berlin.',
  },
  'float-unusable': { id: 'marketProblem.float', defaultMessage: 'Type the float as an amount, or 0 for none.' },
  'visitors-unusable': {
    id: 'marketProblem.visitors',
    defaultMessage: 'Type a whole number of visitors, or leave it empty.',
  },
  'day-known': {
    id: 'marketProblem.known',
    defaultMessage: 'This market is planned for that day already. If there are two, name the part of the day.',
  },
} satisfies Record<Kind, { id: string; defaultMessage: string }>);

type Problem = CommitProblem | CountProblem | NotOpen | PlanProblem;
type Kind = Problem['kind'];

/** What happened, what is safe, what to do. */
export function problemWords(intl: IntlShape, problem: Problem): string {
  return intl.formatMessage(text[problem.kind], { zone: 'zone' in problem ? problem.zone : '' });
}
