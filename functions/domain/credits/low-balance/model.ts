/** How an agency's credits stand to the threshold that it has set. */
export interface BalanceMark {
  readonly tenantId: string;
  /** `low`: somebody is told; `enough` once there are as many again as the threshold says */
  readonly level: 'enough' | 'low';
  /** times that the balance fell below the threshold */
  readonly crossings: number;
  /** credits, when it fell */
  readonly available: number;
  readonly threshold: number;
  readonly mailAddress: string;
}

/** Whom an agency wants to be told, and when: what its settings say. */
export interface Warning {
  readonly threshold: number;
  readonly mailAddress: string;
}
