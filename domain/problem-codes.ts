type CodesOf<Ids, Start extends string> = Ids extends `${Start}.${infer Code}` ? Code : never

/** The English catalogue lists the codes, so that a code without a sentence does not compile. */
export type RefusalCode = CodesOf<keyof typeof import('../locales/en/refusals.json'), 'refusal'>

export type ProblemCode =
  | RefusalCode
  | Exclude<CodesOf<keyof typeof import('../locales/en/problems.json'), 'problem'>, `title.${string}`>
