import type { IntlShape } from 'react-intl';
import type { FormProblem } from '../../domain/catalogue/work-form.ts';
import { rowWords } from './row-words.tsx';
import { defineMessages } from '../../ui/messages.ts';

const text = defineMessages({
  nameMissing: { id: 'workForm.nameMissing', defaultMessage: 'A name, so that the money finds its way.' },
  floorAbovePrice: {
    id: 'workForm.floorAbovePrice',
    defaultMessage: 'The lowest price is above the price. Lower it, or leave it empty.',
  },
  fewerThanWritten: {
    id: 'workForm.fewerThanWritten',
    defaultMessage:
      '{detail} numbered prints are here already, so there cannot be fewer. Count again, or name fewer numbers.',
  },
  editionStays: {
    id: 'workForm.editionStays',
    defaultMessage: 'This print is numbered, {detail} in all. That cannot be taken back; the size can still change.',
  },
  editionFixed: {
    id: 'workForm.editionFixed',
    defaultMessage: 'Copies of this edition were sold as “of {detail}”. Its size stays {detail}: buyers rely on it.',
  },
  editionTooSmall: {
    id: 'workForm.editionTooSmall',
    defaultMessage: 'Number {detail} is on a print already, so the edition cannot be smaller than {detail}.',
  },
  numberSold: { id: 'workForm.numberSold', defaultMessage: 'Number {detail} was sold. Leave it out.' },
  numberElsewhere: {
    id: 'workForm.numberElsewhere',
    defaultMessage: 'Number {detail} lies here in another size already. One number is one print.',
  },
  numberBeyondEdition: {
    id: 'workForm.numberBeyond',
    defaultMessage: '{detail} does not exist. Make the edition larger, or look at the number again.',
  },
  numberTwice: {
    id: 'workForm.numberTwice',
    defaultMessage: 'Number {detail} is named twice. One number is one print.',
  },
  skuTwice: {
    id: 'workForm.skuTwice',
    defaultMessage: '{detail} is the SKU of something else. Change it, or leave it empty.',
  },
  variantTwice: {
    id: 'workForm.variantTwice',
    defaultMessage: 'The same size, paper and frame stand above. Change one of them, or leave this row empty.',
  },
});

/** What is the matter with a field, and what to do. */
export function formWords(intl: IntlShape, problem: FormProblem): string {
  const detail = problem.detail ?? '';
  switch (problem.kind) {
    case 'nameMissing':
    case 'floorAbovePrice':
    case 'fewerThanWritten':
    case 'editionStays':
    case 'editionFixed':
    case 'editionTooSmall':
    case 'numberSold':
    case 'numberElsewhere':
    case 'skuTwice':
    case 'variantTwice':
    case 'numberBeyondEdition':
      return intl.formatMessage(text[problem.kind], { detail });
    case 'numberTwice':
      if (detail !== '') return intl.formatMessage(text.numberTwice, { detail });
      return rowWords(intl, { kind: 'numberTwice', row: 0, column: '', value: '', work: '' });
    default:
      return rowWords(intl, { kind: problem.kind, row: 0, column: '', value: '', work: '', expected: Number(detail) });
  }
}
