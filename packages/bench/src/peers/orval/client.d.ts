declare global {
  /** Orval writes an expression into its address; this is the one that the bench gives it. */
  var seamEndpoint: string
}

export declare function acsCredentialsCreate(
  body: object,
  init: { headers: Record<string, string> },
): Promise<{ data: { acs_credential: unknown } }>
