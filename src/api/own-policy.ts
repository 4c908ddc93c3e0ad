import type { CloudPolicy } from '../../domain/clouds/cloud-policies.ts'

let own: CloudPolicy | undefined

/** The policy of the reader's cloud, as the server gave it with the session. */
export function keepPolicy(policy: CloudPolicy): void {
  own = policy
}

/** What differs between the clouds, for whoever is signed in; the only way to it in the browser. Throws before anybody is. */
export function ownPolicy(): CloudPolicy {
  if (!own) throw new Error('A page for signed-in people was drawn without a policy')
  return own
}
