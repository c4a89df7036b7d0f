/** How many decimals a currency of ISO 4217 has; 2 where nothing else is known. */
const decimals = (currency: string): number => {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    return 2;
  }
};

/** An amount in minor units as people write it: 1250 EUR cents are 12.5. */
export const majorUnits = (minor: number, currency: string): number => minor / 10 ** decimals(currency);

export const minorUnits = (major: number, currency: string): number =>
  Math.round(major * 10 ** decimals(currency));
