type Words = typeof import('../../locales/en/app.json') &
  typeof import('../../locales/en/ui.json') &
  typeof import('../../locales/en/home.json') &
  typeof import('../../locales/en/session.json') &
  typeof import('../../locales/en/customers.json') &
  typeof import('../../locales/en/invitations.json') &
  typeof import('../../locales/en/mail-states.json') &
  typeof import('../../locales/en/bulk.json') &
  typeof import('../../locales/en/row-job.json') &
  typeof import('../../locales/en/chase.json') &
  typeof import('../../locales/en/acceptance.json') &
  typeof import('../../locales/en/joining.json') &
  typeof import('../../locales/en/kit.json') &
  typeof import('../../locales/en/organization.json') &
  typeof import('../../locales/en/palette.json') &
  typeof import('../../locales/en/funnel.json') &
  typeof import('../../locales/en/grid.json') &
  typeof import('../../locales/en/partnerships.json') &
  typeof import('../../locales/en/people.json') &
  typeof import('../../locales/en/requests.json') &
  typeof import('../../locales/en/rules.json') &
  typeof import('../../locales/en/my-partners.json') &
  typeof import('../../locales/en/subscriptions.json') &
  typeof import('../../locales/en/relationships.json') &
  typeof import('../../locales/en/reminders.json') &
  typeof import('../../locales/en/relationship-actions.json') &
  typeof import('../../locales/en/agreements.json') &
  typeof import('../../locales/en/audit.json') &
  typeof import('../../locales/en/approval.json') &
  typeof import('../../locales/en/dap.json') &
  typeof import('../../locales/en/delegated-admin.json') &
  typeof import('../../locales/en/demo.json') &
  typeof import('../../locales/en/gdap-board.json') &
  typeof import('../../locales/en/gdap-message.json') &
  typeof import('../../locales/en/gdap-requests.json') &
  typeof import('../../locales/en/role-templates.json') &
  typeof import('../../locales/en/tokens.json') &
  typeof import('../../locales/en/tracking.json') &
  typeof import('../../locales/en/notices.json') &
  typeof import('../../locales/en/webhooks.json') &
  typeof import('../../locales/en/refusals.json')

/** Ids of the English catalogue; another id does not compile. Add a new noun's file above. */
export type MessageId = Exclude<keyof Words, 'default'>
