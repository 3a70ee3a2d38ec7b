/** The entry: Home Assistant loads this module and makes one <kuma-bouhan-panel>. */

import { define } from "./components/define";
import { KumaBouhanPanel } from "./shell";

define("kuma-bouhan-panel", KumaBouhanPanel);
