/** The address of the exchange that a secret opens. */
export const exchangeUrl = (publicUrl: string, code: string): string => `${publicUrl}/exchanges/${code}`;

/**
 * What opens an exchange with the Learner Credential Wallet of the DCC: on a phone that has it, the wallet itself answers this address. It
 * presents its DID, signed for the challenge, at `vc_request_url`; wallets that speak the VC API start with an empty message there.
 */
export function exchangeAddress(publicUrl: string, code: string, challenge: string): string {
  const request = new URLSearchParams({
    auth_type: 'bearer',
    issuer: new URL(publicUrl).host,
    vc_request_url: exchangeUrl(publicUrl, code),
    challenge,
  });
  return `https://lcw.app/request.html?${request}`;
}
