import { z } from 'astro/zod';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by hyphens');

/** A decimal as the author writes it; YAML turns 0.1 into a number whose shortest form is 0.1 again. */
const decimal = z
  .union([
    z.number(),
    z.string().regex(/^-?\d+(\.\d+)?(\/[1-9]\d*)?$/, 'must be a decimal number, or a fraction such as 1/3'),
  ])
  .transform(String);

const masses = z.array(decimal).min(1);
/** A number, masses, or a table of them. */
const givens = z.record(z.string(), z.union([decimal, masses, z.array(masses).min(1)]));

/** Front matter of a page in `content/`. Unknown keys fail the build. */
export const pageFrontMatter = z.strictObject({
  title: z.string(),
  /** One plain sentence: search results and link previews show it. */
  description: z.string(),
  /** What the reader will be able to do, a plain line each; the page opens with them. */
  goals: z.array(z.string()).min(2).max(5).optional(),
  /** Pages and items that the reader needs first, as in `<Ref to>`. */
  needs: z.array(z.string()).default([]),
  /** Name of each example on the page, and the data that its numbers are computed from. */
  givens: z.record(id, givens).default({}),
  /** For each exercise whose givens are drawn from a seed: the family of each symbol, see draws.ts. */
  draws: z.record(id, z.record(z.string(), z.string())).default({}),
  /** Why a page that states something has no exercises. */
  'without-exercises': z.string().optional(),
  /** Symbols that only this page uses, in the form of `notation.yaml`. */
  notation: z.record(z.string(), z.unknown()).default({}),
  /** Keys of `references.yaml`. */
  sources: z.array(z.string()).default([]),
  /** 'home' leaves out the page contents and the sources. */
  kind: z.enum(['page', 'home']).default('page'),
});
export type PageFrontMatter = z.infer<typeof pageFrontMatter>;

/** `content/references.yaml`: key → what is cited. `at` names the places in it that pages point to. */
export const references = z.record(
  id,
  z.strictObject({
    /** `Family, Given`, in the order of the title page. */
    authors: z.array(z.string().regex(/^[^,]+, [^,]+$/, 'must be: Family, Given')).min(1),
    title: z.string(),
    in: z.string(),
    year: z.number().int(),
    doi: z.string().optional(),
    url: z.url().optional(),
    at: z.record(id, z.string()).default({}),
  }),
);
export type References = z.infer<typeof references>;

export const verdicts = ['true', 'true if', 'imprecise', 'false', 'answered', 'open'] as const;

/** `content/claims.yaml`: what is claimed in the two source documents and elsewhere, our verdict, and the place that settles it. */
export const claims = z.record(
  z.string().regex(/^[ABM][1-9]\d*$/),
  z.strictObject({
    claim: z.string(),
    verdict: z.enum(verdicts),
    /** What holds instead, or besides, in a sentence. */
    correction: z.string(),
    /** The page whose `<Claim>` settles it. */
    settled: z.string(),
    /** Whether that page is still to be written. */
    planned: z.literal(true).optional(),
    /** What settles it, as in `<Ref to>`. */
    by: z.array(z.string()).default([]),
    /** The lab in which it can be seen. */
    lab: z.string().optional(),
  }),
);
export type Claims = z.infer<typeof claims>;

/** `content/planned.yaml`: pages that are named before they are written, with their titles. */
export const planned = z.record(z.string(), z.string());

/** `content/glossary.yaml`: each term once. */
export const glossary = z.record(
  id,
  z.strictObject({
    term: z.string(),
    /** Other names of it. */
    short: z.string().optional(),
    means: z.string(),
    /** The page or the item that defines it, as in `<Ref to>`. */
    home: z.string(),
  }),
);
export type Glossary = z.infer<typeof glossary>;

/** `content/formalisations.yaml`: results proved in a proof assistant, by the name that they have there. */
export const formalisations = z.record(
  id,
  z.strictObject({
    system: z.string(),
    folder: z.url(),
    results: z.record(z.string(), z.strictObject({ file: z.string(), says: z.string() })),
  }),
);
export type Formalisations = z.infer<typeof formalisations>;

/** Libraries of which pages show calls, and what they are called from. */
export const languages = {
  NumPy: 'Python',
  SciPy: 'Python',
  'scikit-learn': 'Python',
  PyTorch: 'Python',
  POT: 'Python',
  R: 'R',
  mathjs: 'JavaScript',
  'ml-distance': 'JavaScript',
} as const;
const libraryNames = Object.keys(languages) as (keyof typeof languages)[];

/** `content/library-calls.json`, written by `npm run libraries -- --record`: what each call returned, by the library's version. */
export const libraryCalls = z.array(
  z.strictObject({
    library: z.enum(libraryNames),
    call: z.string(),
    outputs: z
      .record(z.string(), z.string())
      .refine((outputs) => Object.keys(outputs).length > 0, 'must have an output'),
    /** When these outputs came out first. */
    date: z.iso.date(),
  }),
);
export type LibraryCalls = z.infer<typeof libraryCalls>;

/** `content/navigation.yaml`: the order of the pages. */
export const navigation = z.array(z.strictObject({ title: z.string(), pages: z.array(z.string()) }));
export type Navigation = z.infer<typeof navigation>;

/** `content/site.yaml`: the names that appear on every page. */
export const siteFacts = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  /** Where the sources live, without a trailing slash; 'edit this page' is built from it. */
  repository: z.url(),
});
export type SiteFacts = z.infer<typeof siteFacts>;
