import { work } from '../cores.ts';
import { runPage } from './run-page.ts';

work(runPage);
