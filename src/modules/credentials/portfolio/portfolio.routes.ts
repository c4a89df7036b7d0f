import { type Request, type RequestHandler, type Response, Router } from 'express';
import { notFound } from '../../../platform/errors.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import { secretOf, unkept, wanted } from '../encodings/shown-by-link.ts';
import { PORTFOLIO_HEADERS, portfolioPage } from './portfolio-page.ts';
import type { PortfolioViewService, ShownPortfolio } from './portfolio-view.service.ts';

/** What the pages need of a request's context. */
interface Shown {
  readonly reads: Reads;
  readonly portfolioViews: PortfolioViewService;
}

/**
 * `GET /portfolios/<id>?share=<secret>`: a portfolio for whoever has a link, by `Accept` as a page or as JSON; `GET /portfolios/<id>/record?share=<secret>` its credentials as
 * a Comprehensive Learner Record. Without the right secret both are NOT_FOUND, as an unknown id is.
 */
export function portfolioPages(enter: RequestHandler, contextOf: (response: Response) => Shown): Router {
  const router = Router();
  router.get('/portfolios/:id', enter, async (request, response) => {
    const portfolio = await open(request, contextOf(response));
    unkept(response).vary('accept');
    if (wanted(request, ['application/json', 'text/html']) === 'text/html')
      return void response.set(PORTFOLIO_HEADERS).type('html').send(portfolioPage(portfolio));
    response.set('access-control-allow-origin', '*').json(said(portfolio));
  });
  router.get('/portfolios/:id/record', enter, async (request, response) => {
    const shown = contextOf(response);
    const record = await shown.portfolioViews.recordOf(await open(request, shown));
    unkept(response)
      .set('access-control-allow-origin', '*')
      .setHeader('content-type', 'application/vc')
      .end(record);
  });
  return router;
}

/** What is shown to whoever has the link, once it is written down that they looked. */
async function open(request: Request, { portfolioViews, reads }: Shown): Promise<ShownPortfolio> {
  const id = String(request.params['id']);
  const portfolio = await portfolioViews.byLink(id, secretOf(request));
  if (portfolio === null) throw notFound('portfolio', id);
  await reads.write();
  return portfolio;
}

/** Without what only this service needs to know. */
const said = ({ learnerId: _, sections, ...portfolio }: ShownPortfolio) => ({
  ...portfolio,
  sections: sections.map(({ items, ...section }) => ({
    ...section,
    items: items.map(
      ({ credentialId: _c, foreignCredentialId: _f, validationId: _v, validation, ...item }) => ({
        ...item,
        validation: validation && {
          claim: validation.claim,
          url: validation.url,
          confirmed: validation.confirmed,
          answeredAt: validation.answeredAt,
          statement: validation.statement,
          by: validation.validatorName,
          position: validation.validatorPosition,
          organization: validation.organizationName,
        },
      }),
    ),
  })),
});
