import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { DomainError } from '../../../../platform/errors.ts';
import type { Encoder } from '../../encodings/encoding.ts';
import { fromAnywhere, objectIn } from '../http-answers.ts';
import { exchangeUrl } from './exchange-address.ts';
import type { VcApiService } from './vc-api.service.ts';

interface Dependencies {
  readonly publicUrl: string;
  readonly enter: RequestHandler;
  serviceOf(response: Response): VcApiService;
  encoderFor(response: Response, learnerId: string): Encoder;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * `POST /exchanges/:code` (W3C VC API): an empty message is answered with what to present; a message with `verifiablePresentation` with another one that
 * holds the credential; a bare presentation, as the wallet of the DCC sends it after a link, with the bare credential. `GET …/protocols` names the protocol.
 */
export function vcApi({ publicUrl, enter, serviceOf, encoderFor }: Dependencies): Router {
  const router = Router();
  router.use('/exchanges', fromAnywhere);
  router.get('/exchanges/:code/protocols', enter, async (request, response) => {
    const code = String(request.params['code']);
    await serviceOf(response).open(code);
    response.json({ protocols: { vcapi: exchangeUrl(publicUrl, code) } });
  });
  router.post('/exchanges/:code', express.json({ limit: '64kb' }), enter, async (request, response) => {
    const code = String(request.params['code']);
    const service = serviceOf(response);
    const offer = await service.open(code);
    const body = objectIn(request);
    const isBare = [body['type']].flat().includes('VerifiablePresentation');
    const presented = isBare ? body : (body['verifiablePresentation'] as Json | undefined);
    if (!presented) return void response.json(service.request(offer, code));
    const credential = await service.present(offer, presented, encoderFor(response, offer.learnerId));
    response.json(isBare ? credential : { verifiablePresentation: presentationOf(credential) });
  });
  router.use('/exchanges', answerProblems);
  return router;
}

const presentationOf = (credential: Json): Json => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: [credential],
});

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, INVALID_INPUT: 400, CONFLICT: 409 };

/** Refusals as problem details (RFC 9457), which the VC API asks for; the rest goes on. */
const answerProblems: ErrorRequestHandler = (error, _request, response, next) => {
  const { status } = error as { status?: unknown };
  const known = error instanceof DomainError ? STATUS[error.code] : status;
  if (typeof known !== 'number' || known >= 500) return next(error);
  response
    .status(known)
    .type('application/problem+json')
    .json({
      type: 'about:blank',
      status: known,
      title: error instanceof DomainError ? error.code : 'INVALID_INPUT',
      detail: error instanceof DomainError ? error.message : 'The body is not JSON.',
    });
};
