/** Why an SMS does not go to a number by what its owner has said. */
export const CHOICE_REFUSALS = ['recipient-opted-out', 'marketing-not-agreed'] as const;
export type ChoiceRefusal = (typeof CHOICE_REFUSALS)[number];
