// SPDX-License-Identifier: Apache-2.0
// A real OpenID provider on the loopback address (npm package oidc-provider), in a process of its own: signs in whoever types a name.
//   node e2e/provider.mjs REDIRECT   prints "provider http://127.0.0.1:PORT"; ends when its input ends
import { createServer } from 'node:http'

import { Provider } from 'oidc-provider'

const [redirect] = process.argv.slice(2)
const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'ankao', client_secret: 'a secret of the test', redirect_uris: [redirect], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  })
  server.on('request', provider.callback())
  console.log(`provider ${issuer}`)
})
process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
