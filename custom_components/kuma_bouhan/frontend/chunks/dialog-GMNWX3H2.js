import{a,b}from"./chunk-5MN46PXD.js";import"./chunk-DWWQMYPI.js";import"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";export{a as Dialog,b as ask};
