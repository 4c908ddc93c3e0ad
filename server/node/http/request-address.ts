const addresses = new WeakMap<Request, string>()

/** Remembers where a request comes from, for the API, which sees requests alone. */
export const rememberAddress = (request: Request, address: string): void => void addresses.set(request, address)

export const addressOf = (request: Request): string | undefined => addresses.get(request)
