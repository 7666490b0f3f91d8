import type { IntlShape } from 'react-intl';

/** A share of one as the locale writes percentages, up to `digits` decimals, as many as a tax rate has: 0.09975 is "9.975%", in German "9,975 %". */
export function percent(intl: IntlShape, share: number, digits = 4): string {
  return intl.formatNumber(share, { style: 'percent', maximumFractionDigits: digits });
}
