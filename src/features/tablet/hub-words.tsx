import type { IntlShape } from 'react-intl';
import type { HubProblem } from '../../store/tablet.tsx';
import { defineMessages } from '../../ui/messages.ts';

/** What a hub's refusal means for a person: what is the matter, what is safe, what to do. */
const text = defineMessages({
  offline: {
    id: 'hub.offline',
    defaultMessage: 'The hub cannot be reached from here. Nothing was changed. Look whether it runs, and try again.',
  },
  'code-unknown': {
    id: 'hub.codeUnknown',
    defaultMessage: 'The hub does not know this code. Compare it sign by sign, or ask a lead for a new one.',
  },
  'code-used': {
    id: 'hub.codeUsed',
    defaultMessage: 'Another tablet has used this code. Each code lets one tablet in: ask a lead for a new one.',
  },
  'code-expired': {
    id: 'hub.codeExpired',
    defaultMessage:
      'This code was good for 15 minutes, and they are over. Ask a lead for a new one; where the hub was started it has printed one.',
  },
  'not-allowed': {
    id: 'hub.notAllowed',
    defaultMessage: 'The hub does not let this tablet do that. A lead’s tablet can.',
  },
  'slow-down': {
    id: 'hub.slowDown',
    defaultMessage:
      'Too many codes were tried from here. {seconds, plural, =0 {Wait a minute} one {Wait # second} other {Wait # seconds}}, then type it again.',
  },
  'hub-busy': { id: 'hub.busy', defaultMessage: 'The hub is busy. Nothing was changed; try again in a moment.' },
  'not-enrolled': {
    id: 'hub.notEnrolled',
    defaultMessage:
      'The hub does not know this tablet any more. What is on it stays: save its rescue file, then join again by a code.',
  },
  'collective-taken': {
    id: 'hub.collectiveTaken',
    defaultMessage: 'This collective is at the hub already, led by another tablet. Ask its lead for a code.',
  },
  'other-hub': {
    id: 'hub.other',
    defaultMessage: 'This link leads to another hub, {detail}. Open it there.',
  },
  'not-a-code': {
    id: 'hub.notACode',
    defaultMessage: 'A code has 8 letters and digits, such as K7QM 2XPA. A whole link is fine as well.',
  },
  'already-here': {
    id: 'hub.alreadyHere',
    defaultMessage:
      'This tablet is in that collective already, and nothing was changed. Open it under the letter, “Collectives”.',
  },
  malformed: {
    id: 'hub.malformed',
    defaultMessage: 'The hub cannot read this. Nothing was changed. Is it the file you meant?',
  },
  other: {
    id: 'hub.refused',
    defaultMessage: 'The hub did not do it. Nothing was changed. For whoever looks into it: {detail}',
  },
});

/** What the hub refused, and what to do now. */
export function hubWords(intl: IntlShape, problem: HubProblem): string {
  return intl.formatMessage(text[problem.kind], {
    seconds: Math.ceil(problem.retryAfterSeconds ?? 0),
    detail: problem.detail ?? '',
  });
}
