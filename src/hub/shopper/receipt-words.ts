import { defineMessages } from './words.ts';

/** Words of the receipt that a shopper's phone opens. */
export const text = defineMessages({
  yours: { id: 'shopper.yours', defaultMessage: 'Your receipt' },
  notYet: { id: 'shopper.notYet', defaultMessage: 'Your receipt is on its way' },
  notYetLead: {
    id: 'shopper.notYetLead',
    defaultMessage:
      'The sale is safe on the stall’s tablet. It comes here when the tablet is next online: at some markets that is in the evening. Keep this page, and open it again then.',
  },
  example: { id: 'shopper.example', defaultMessage: 'Example: nothing was sold' },
  receipt: { id: 'shopper.receipt', defaultMessage: 'Receipt {receipt}' },
  receiptOf: { id: 'shopper.receiptOf', defaultMessage: 'Receipt {receipt}, {date}' },
  voided: { id: 'shopper.voided', defaultMessage: 'This sale was undone at the till. Nothing is owed.' },
  copy: { id: 'shopper.copy', defaultMessage: 'copy {number}' },
  follows: { id: 'shopper.follows', defaultMessage: 'number follows' },
  insteadOf: { id: 'shopper.insteadOf', defaultMessage: 'instead of {list}' },
  percentOff: {
    id: 'shopper.percentOff',
    defaultMessage: '{percent} off{reason, select, none {} other {, {reason}}}',
  },
  amountOff: { id: 'shopper.amountOff', defaultMessage: '{amount} off{reason, select, none {} other {, {reason}}}' },
  saved: { id: 'shopper.saved', defaultMessage: 'Taken off already' },
  row: { id: 'shopper.row', defaultMessage: '“{name}”' },
  wholeDiscount: {
    id: 'shopper.wholeDiscount',
    defaultMessage:
      'Discount on everything{percent, select, none {} other { {percent}}}{reason, select, none {} other {, {reason}}}',
  },
  rounded: { id: 'shopper.rounded', defaultMessage: 'Rounded' },
  total: { id: 'shopper.total', defaultMessage: 'Total' },
  tax: { id: 'shopper.tax', defaultMessage: 'of it tax {rate}' },
  paidCash: { id: 'shopper.paidCash', defaultMessage: 'Paid in cash' },
  paidCard: { id: 'shopper.paidCard', defaultMessage: 'Paid by card' },
  paidBy: { id: 'shopper.paidBy', defaultMessage: 'Paid by {name}' },
  exchanged: { id: 'shopper.exchanged', defaultMessage: 'Exchanged' },
  cameBack: { id: 'shopper.cameBack', defaultMessage: 'Came back from {sale} ({receipt})' },
  backCash: { id: 'shopper.backCash', defaultMessage: 'Given back in cash' },
  backCard: { id: 'shopper.backCard', defaultMessage: 'Given back by card' },
  backBy: { id: 'shopper.backBy', defaultMessage: 'Given back by {name}' },
  givenBack: { id: 'shopper.givenBack', defaultMessage: 'Given back {date} ({receipt})' },
});
