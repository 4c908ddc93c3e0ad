import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Entry = { file: string; name?: string; src?: string; imports?: string[]; css?: string[] }

/** What a page is made of, as addresses in the order in which they are needed. */
export type PageFiles = { scripts: string[]; styles: string[] }

/**
 * Tells the files of the built app by what they are made from: a module such as `src/pages/sign-in-page.tsx`, or a part that the build puts
 * together, such as `portal`. Each with all that it imports. Undefined without a build.
 */
export async function readPageFiles(directory: string): Promise<((parts: readonly string[]) => PageFiles) | undefined> {
  const path = join(directory, '.manifest.json')
  if (!existsSync(path)) return undefined
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, Entry>
  const keys = new Map(Object.entries(manifest).flatMap(([key, { name, src }]) => [[src ?? name ?? key, key], [key, key]]))
  return (parts) => {
    const seen = new Set<Entry>()
    const entries: Entry[] = []
    const follow = (key: string | undefined) => {
      const entry = key === undefined ? undefined : manifest[key]
      if (!entry || seen.has(entry)) return
      seen.add(entry)
      for (const each of entry.imports ?? []) follow(each)
      entries.push(entry)
    }
    for (const part of parts) {
      if (!keys.has(part)) throw new Error(`The built app has no ${part}`)
      follow(keys.get(part))
    }
    const styles = new Set(entries.flatMap(({ css = [] }) => css))
    return { scripts: entries.map(({ file }) => `/${file}`), styles: [...styles].map((file) => `/${file}`) }
  }
}
