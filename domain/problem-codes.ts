type CodesOf<Ids, Start extends string> = Ids extends `${Start}.${infer Code}` ? Code : never

/** Why something is refused. The English catalogue is the list, so that a code without words does not compile. */
export type RefusalCode = CodesOf<keyof typeof import('../locales/en/refusals.json'), 'refusal'>

/** What a problem response says is wrong, of the whole request or of a field. */
export type ProblemCode =
  | RefusalCode
  | Exclude<CodesOf<keyof typeof import('../locales/en/problems.json'), 'problem'>, `title.${string}`>
