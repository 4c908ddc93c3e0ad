/** A store as browsers have it: its keys are its own properties, its methods are not. */
export function memoryStorage(): Storage {
  return Object.create({
    getItem(this: Record<string, string>, key: string) { return this[key] ?? null },
    setItem(this: Record<string, string>, key: string, text: string) { this[key] = text },
    removeItem(this: Record<string, string>, key: string) { Reflect.deleteProperty(this, key) },
  }) as Storage
}
