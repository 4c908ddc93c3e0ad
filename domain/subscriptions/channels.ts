/** Where a subscription was bought; the cloud's policy lists its "other channels". */
export const channels = ['csp', 'microsoft_direct', '21vianet_direct', 'advisor', 'open', 'ea', 'third_party'] as const
export type Channel = (typeof channels)[number]

/** Services of multi-partner and China's exclusivity, by the names that partners specialise in (BR-15, BR-23). */
export const services = ['microsoft365', 'dynamics365', 'azure', 'windows_server'] as const
export type Service = (typeof services)[number]

/** Section 4.6; license-based is bought per seat, usage-based is metered (Azure). */
export const billingTypes = ['license', 'usage'] as const
export const subscriptionStatuses = ['active', 'pending', 'suspended', 'expired', 'disabled', 'deleted'] as const
