import type { operations } from '../../node_modules/.cache/types/open-api.d.ts'
import type { Page } from '../../domain/page.ts'

/** Every operation of the OpenAPI document, as it is called: `GET /customers/{id}`. */
export type Call = keyof operations

/** What is undefined is not sent. */
type Sent<Value> = Value extends readonly (infer Item)[] ? readonly Sent<Item>[]
  : Value extends object ? { [Key in keyof Value]: Sent<Value[Key]> | Absent<Value, Key> } : Value
type Absent<Value, Key extends keyof Value> = Partial<Pick<Value, Key>> extends Pick<Value, Key> ? undefined : never

type BodyOf<Body> = Body extends { content: infer Content } ? Content extends { 'application/json': infer Json } ? Sent<Json> : Blob : never

/** What an operation takes: `path`, `query` and `body`, as far as it has them. */
export type Given<Name extends Call> = Name extends Call
  ? Sent<Pick<operations[Name]['parameters'], 'path' | 'query'>>
  & { [Key in keyof Pick<operations[Name], 'requestBody'> as 'body']: BodyOf<operations[Name][Key]> }
  : never

type Success = 200 | 201 | 202 | 204
type ContentOf<Response, Type extends string> = Response extends { content: { [Key in Type]: infer Body } } ? Body : undefined
type As<Name extends Call, Type extends string> = Name extends Call
  ? ContentOf<operations[Name]['responses'][Success & keyof operations[Name]['responses']], Type> : never

/** What it answers; undefined where it has nothing to say. */
export type Answer<Name extends Call> = As<Name, 'application/json'>

/** What each line of its answer is, where it answers line by line. */
export type LineOf<Name extends Call> = As<Name, 'application/x-ndjson'>

/** The addresses that can be read, and of these the lists. */
export type ReadPath = Extract<Call, `GET ${string}`> extends `GET ${infer Path}` ? Path : never
export type PageOf<Path extends ReadPath> = Extract<Answer<`GET ${Path}`>, Page<unknown>>
export type ListPath = { [Path in ReadPath]: PageOf<Path> extends never ? never : Path }[ReadPath]

/** What a list is asked for; how it is paged is not its reader's business. */
export type ViewOf<Path extends ListPath> = Omit<NonNullable<Given<`GET ${Path}`>['query']>, 'cursor' | 'limit'>
