import type { IntlShape } from 'react-intl';
import { defineMessages } from '../../ui/messages.ts';
import type { KeepingProblem } from './actions.ts';

const text = defineMessages({
  'picture-too-large': {
    id: 'picture.tooLarge',
    defaultMessage: 'This file is larger than {most} MB. Save it smaller and choose it again.',
  },
  'picture-unreadable': {
    id: 'picture.unreadable',
    defaultMessage: 'This browser cannot read that picture. Choose a JPEG, PNG or WebP file.',
  },
  'pictures-not-here': {
    id: 'picture.notHere',
    defaultMessage:
      'This browser cannot make pictures small. Add the picture on another tablet; everything else works here.',
  },
  'picture-cut': {
    id: 'picture.cut',
    defaultMessage:
      'This picture could not be read to its end. Nothing was changed: choose it again from where it lies.',
  },
  'storage-full': {
    id: 'picture.storageFull',
    defaultMessage: 'This tablet is full, so the picture is not kept. Free some space and choose it again.',
  },
});

/** Why a picture was not taken, and what to do. */
export function pictureWords(intl: IntlShape, problem: KeepingProblem): string {
  const most = problem.kind === 'picture-too-large' ? Math.floor(problem.mostBytes / 1_000_000) : 0;
  return intl.formatMessage(text[problem.kind], { most });
}
