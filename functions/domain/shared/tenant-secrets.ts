/** Secrets of an agency, sealed by its own key and bound to what they belong to: put with something else they open nothing. */
export interface TenantSecrets<Of extends string> {
  seal(tenantId: string, of: Of, secret: string): Promise<string>;
  open(tenantId: string, of: Of, sealed: string): Promise<string>;
}
