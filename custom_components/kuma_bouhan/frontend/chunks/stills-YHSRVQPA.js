import{a,b}from"./chunk-TMWOZPJI.js";import"./chunk-NOADZ2FN.js";import"./chunk-3A3V5TTW.js";import"./chunk-LO2NM3CE.js";export{a as StillsEngine,b as pictureOf};
