import { checkFile } from './check-file.ts';
import { work } from './cores.ts';

work(checkFile);
