import { useTranslation } from 'react-i18next';

/** Numbers as the reader's language writes them. */
export function useAmounts() {
  const { i18n } = useTranslation();
  const format = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(i18n.language, options);
    return (amount: number) => formatter.format(amount);
  };
  return {
    amount: format({}),
    /** what is added or taken away */
    signed: format({ signDisplay: 'exceptZero' }),
    /** a price of a credit, which may be a fraction of a cent */
    money: (decimal: string, currency: string) =>
      format({ style: 'currency', currency, maximumFractionDigits: 6 })(Number(decimal)),
  };
}
