/** BR-105: Partner Center's columns of exported subscriptions, in its order. */
export const subscriptionColumns = ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller'] as const
