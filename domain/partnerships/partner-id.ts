/** How a PartnerID is written. */
export const partnerIdForm = /^\d{4,10}$/
