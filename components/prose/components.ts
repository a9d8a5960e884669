import type { ComponentName } from '../../src/site/vocabulary.ts';
import Explorer from '../explorer/Explorer.astro';
import LabGallery from '../labs/Gallery.astro';
import Answer from './Answer.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import ClaimList from './ClaimList.astro';
import Corollary from './Corollary.astro';
import Counterexample from './Counterexample.astro';
import Definition from './Definition.astro';
import Example from './Example.astro';
import Exercise from './Exercise.astro';
import Formalised from './Formalised.astro';
import Given from './Given.astro';
import Glossary from './Glossary.astro';
import Hint from './Hint.astro';
import Lab from './Lab.astro';
import Lemma from './Lemma.astro';
import LibraryCall from './LibraryCall.astro';
import NotationTable from './NotationTable.astro';
import Pitfalls from './Pitfalls.astro';
import PropertyTable from './PropertyTable.astro';
import Proof from './Proof.astro';
import Ref from './Ref.astro';
import Remark from './Remark.astro';
import Slip from './Slip.astro';
import Solution from './Solution.astro';
import SourceList from './SourceList.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Theorem from './Theorem.astro';
import Value from './Value.astro';
import VerificationRecord from './VerificationRecord.astro';

/** What the names of the vocabulary stand for. Pages get it from their route, so MDX files import nothing. */
export const proseComponents = {
  Answer,
  Cite,
  Claim,
  ClaimList,
  Corollary,
  Counterexample,
  Definition,
  Example,
  Exercise,
  Explorer,
  Formalised,
  Given,
  Glossary,
  Hint,
  Lab,
  LabGallery,
  Lemma,
  LibraryCall,
  NotationTable,
  Pitfalls,
  Proof,
  PropertyTable,
  Ref,
  Remark,
  Slip,
  Solution,
  SourceList,
  Term,
  Theorem,
  Value,
  VerificationRecord,
} satisfies Record<ComponentName, unknown>;

/** What Markdown itself writes and a narrow screen cannot hold as it is. */
export const markdownElements = { table: Table };
