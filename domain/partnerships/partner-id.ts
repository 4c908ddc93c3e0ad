export const partnerIdForm = /^\d{4,10}$/
