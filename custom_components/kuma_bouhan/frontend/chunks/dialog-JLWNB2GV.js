import{a,b}from"./chunk-3ZYTRFYJ.js";import"./chunk-UG2EDGRD.js";import"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
