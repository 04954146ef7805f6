// The loader: one script tag that defines <ripen-wizard> and <ripen-funnel>.

import { define } from "./element.js";

define();
