import{a,b}from"./chunk-35QEBRVQ.js";import"./chunk-HXMFGUPJ.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
