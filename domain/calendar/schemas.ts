/** Whether a day can be reckoned with everywhere: a database knows no year 0, and the day after the last of 9999 has five digits. */
export const isUsableDay = (day: string): boolean => day >= '1900-01-01' && day < '9999-01-01'
