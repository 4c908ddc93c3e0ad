import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { Account } from './accounts.ts'

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Where somebody chooses an account, or goes back without one. */
export const accountsPage = (provider: Provider, accounts: readonly Account[]) => async (
  request: IncomingMessage, response: ServerResponse,
): Promise<void> => {
  try {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') return void response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(accounts))
    const chosen = new URLSearchParams(await bodyOf(request)).get('account')
    const account = accounts.find(({ sub }) => sub === chosen)
    const result = account ? { login: { accountId: account.sub } } : { error: 'access_denied', error_description: 'Nobody was chosen' }
    await provider.interactionFinished(request, response, result)
  } catch {
    response.statusCode = 400
    response.end('This page is over. Start again at the portal.')
  }
}

/** Where somebody signs out of the issuer itself; without a form, where they have. */
export function leavingPage(ctx: { body: unknown; type: string }, form = ''): void {
  ctx.type = 'html'
  const ask = form && `${form}<button type="submit" form="op.logoutForm" value="yes" name="logout">Yes, sign me out</button>`
  ctx.body = `<!doctype html><html lang="en"><title>Sign out</title><main><h1>Sign out</h1>${ask || 'You are signed out.'}</main></html>`
}

const page = (accounts: readonly Account[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Choose an account</title>
<main><h1>Choose an account</h1><form method="post">
${accounts.map(({ sub, name, preferred_username: mailbox }) =>
    `<p><button name="account" value="${escaped(sub)}">${escaped(name)} (${escaped(mailbox)})</button></p>`).join('\n')}
<p><button name="account" value="">Cancel</button></p></form></main></html>`

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
