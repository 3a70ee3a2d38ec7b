import{a,b}from"./chunk-RVZKM7ZY.js";import"./chunk-NOADZ2FN.js";import"./chunk-TUMC7OTP.js";import"./chunk-LO2NM3CE.js";export{a as StillsEngine,b as pictureOf};
