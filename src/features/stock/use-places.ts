import { useIntl } from 'react-intl';
import type { PlaceFields } from '../../domain/stock/facts.ts';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';

export type PlaceKind = NonNullable<PlaceFields['kind']>;

export interface PlaceHere {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly retired: boolean;
}

export const placeKinds = defineMessages({
  stall: { id: 'place.stall', defaultMessage: 'Stall' },
  van: { id: 'place.van', defaultMessage: 'Van' },
  studio: { id: 'place.studio', defaultMessage: 'Studio' },
  lab: { id: 'place.lab', defaultMessage: 'Lab' },
  box: { id: 'place.box', defaultMessage: 'Box' },
});

/** Every place, the stall first: it is there before anybody names it. */
export function usePlaces(): readonly PlaceHere[] {
  const intl = useIntl();
  const { catalogue } = useStall();
  const named = catalogue.places.map(({ id, name, kind, retired }) => ({
    id,
    name: name || intl.formatMessage(placeKinds[kind]),
    kind,
    retired,
  }));
  if (named.some(({ id }) => id === 'stall'))
    return named.toSorted((a, b) => Number(b.id === 'stall') - Number(a.id === 'stall'));
  return [{ id: 'stall', name: intl.formatMessage(placeKinds.stall), kind: 'stall', retired: false }, ...named];
}
