import { pages } from 'virtual:equations';

/** What was done with the formulas of a page, beside it: its marks open it, and so can anyone who wants to execute them. */
export const getStaticPaths = () =>
  Object.entries(pages).map(([id, file]) => ({
    params: { page: id === 'index' ? undefined : id },
    props: { file },
  }));

export const GET = ({ props }: { props: { file: (typeof pages)[string] } }): Response =>
  new Response(JSON.stringify(props.file), { headers: { 'content-type': 'application/json' } });
