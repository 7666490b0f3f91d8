import { useIntl } from 'react-intl';
import { useStall } from '../../store/stall.tsx';
import { defineMessages } from '../../ui/messages.ts';
import { percent } from '../../ui/percent.ts';

const text = defineMessages({
  share: { id: 'share.both', defaultMessage: '{name} keeps {theirs}, {collective} {ours}' },
  none: { id: 'share.none', defaultMessage: 'No share agreed yet: everything stays with {collective}' },
  collective: { id: 'share.collective', defaultMessage: 'the collective' },
});

/** A share, said in both directions so that nobody takes it for the other. `keeps` in basis points. */
export function useShare(): (name: string, keeps: number | undefined) => string {
  const intl = useIntl();
  const { catalogue } = useStall();
  const collective = catalogue.collective.name || intl.formatMessage(text.collective);
  const written = (basisPoints: number) => percent(intl, basisPoints / 10_000);
  return (name, keeps) =>
    keeps === undefined
      ? intl.formatMessage(text.none, { collective })
      : intl.formatMessage(text.share, {
          name: name || '…',
          collective,
          theirs: written(keeps),
          ours: written(10_000 - keeps),
        });
}

/** What a person typed as a percentage, in basis points: `70`, `66,5 %`. undefined: not a percentage from 0 to 100. */
export function readShare(typed: string): number | undefined {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!found) return undefined;
  const basisPoints = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : undefined;
}
