/** The two parts of the second view, as one module to be fetched: what they share with the first view is then one as well. */
export { Bounds } from './bounds-table.tsx';
export { JointDrawing } from './joint-drawing.tsx';
